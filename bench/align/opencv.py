"""RootSIFT at 600 px under four readings of the scan, MAGSAC: what can be put together from OpenCV.

    python3 opencv.py     reads a line "FILM<tab>DIGITAL" at a time, answers {"H": [...] | null, "cpu": seconds}
"""
import json
import sys
import time

import cv2
import numpy as np

cv2.setNumThreads(1)
LONG_EDGE, FEATURES, RATIO = 600, 3000, 0.9


def gray(file):
    image = cv2.imread(file, cv2.IMREAD_COLOR).astype(np.float32)
    low, high = [np.percentile(image[::4, ::4].reshape(-1, 3), q, axis=0) for q in (1, 99)]
    luma = (np.clip((image - low) / np.maximum(high - low, 1), 0, 1) @ np.float32([.114, .587, .299])) * 255
    scale = min(1, LONG_EDGE / max(luma.shape))
    small = cv2.resize(luma, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else luma
    return small.astype(np.uint8), small.shape[1] / luma.shape[1], small.shape[0] / luma.shape[0]


def features(sift, image):
    points, found = sift.detectAndCompute(image, None)
    if found is None or len(points) < 4:
        return np.zeros((0, 2), np.float32), np.zeros((0, 128), np.float32)
    found = np.sqrt(found / (found.sum(1, keepdims=True) + 1e-7))
    return np.float32([p.pt for p in points]), found


def matches(a, b):
    if len(a) < 2 or len(b) < 2:
        return []
    d = 2 - 2 * a @ b.T
    back = d.argmin(0)
    two = np.partition(d, 1, axis=1)[:, :2]
    near = d.argmin(1)
    return [(i, j) for i, j in enumerate(near) if back[j] == i and two[i, 0] < RATIO * RATIO * two[i, 1]]


def align(film_file, digital_file):
    sift = cv2.SIFT_create(FEATURES, contrastThreshold=0.01)
    film, fx, fy = gray(film_file)
    digital, dx, dy = gray(digital_file)
    digital_points, digital_found = features(sift, digital)
    best, best_count = None, 0
    for mirrored in (False, True):
        for negative in (False, True):
            image = film[:, ::-1] if mirrored else film
            points, found = features(sift, np.ascontiguousarray(255 - image if negative else image))
            pairs = matches(found, digital_found)
            if len(pairs) < 6:
                continue
            a = np.float64([points[i] for i, _ in pairs])
            b = np.float64([digital_points[j] for _, j in pairs])
            if mirrored:
                a[:, 0] = film.shape[1] - 1 - a[:, 0]
            h, inliers = cv2.findHomography(a, b, cv2.USAC_MAGSAC, 3, maxIters=10000, confidence=.999)
            if h is not None and inliers.sum() > best_count:
                best, best_count = h, int(inliers.sum())
    if best is None:
        return None

    def resize(sx, sy):
        return np.float64([[sx, 0, (sx - 1) / 2], [0, sy, (sy - 1) / 2], [0, 0, 1]])
    return (resize(1 / dx, 1 / dy) @ best @ resize(fx, fy)).ravel().tolist()


for line in sys.stdin:
    start = time.process_time()
    result = align(*line.rstrip("\n").split("\t"))
    print(json.dumps({"H": result, "cpu": time.process_time() - start}), flush=True)
